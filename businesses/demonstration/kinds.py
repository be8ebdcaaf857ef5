"""What demonstration businesses are, by sector of activity: a NAICS class, a name for it in French, its activity."""

from typing import NamedTuple


class Kind(NamedTuple):
    naics: str
    name: str
    activity: str


KINDS = {
    "01": (
        Kind("1112", "Ferme maraîchère", "Culture de légumes"),
        Kind("1121", "Ferme laitière", "Élevage de bovins laitiers"),
        Kind("1113", "Verger", "Culture de pommes et de petits fruits"),
    ),
    "02": (
        Kind("1133", "Exploitation forestière", "Exploitation forestière"),
        Kind("1141", "Pêcherie", "Pêche commerciale"),
    ),
    "03": (
        Kind("2122", "Mine", "Extraction de minerais métalliques"),
        Kind("2123", "Carrière", "Exploitation d’une carrière de pierre"),
    ),
    "04": (Kind("2211", "Centrale", "Production d’électricité"), Kind("2213", "Aqueduc", "Traitement de l’eau")),
    "05": (
        Kind("2361", "Construction résidentielle", "Construction de maisons"),
        Kind("2382", "Électriciens et plombiers", "Installation électrique et plomberie"),
        Kind("2383", "Rénovations", "Finition de bâtiments"),
    ),
    "06": (
        Kind("3118", "Boulangerie industrielle", "Fabrication de pains et de pâtisseries"),
        Kind("3115", "Fromagerie", "Fabrication de fromages"),
        Kind("3121", "Microbrasserie", "Fabrication de bière"),
    ),
    "07": (
        Kind("3152", "Atelier de couture", "Fabrication de vêtements"),
        Kind("314", "Filature", "Usine de textiles"),
    ),
    "08": (Kind("3211", "Scierie", "Sciage du bois"), Kind("3219", "Portes et fenêtres", "Menuiserie préfabriquée")),
    "09": (Kind("3231", "Imprimerie", "Impression"), Kind("3222", "Cartonnerie", "Fabrication de boîtes en carton")),
    "10": (
        Kind("3254", "Laboratoire", "Fabrication de médicaments"),
        Kind("3256", "Savonnerie", "Fabrication de savons"),
    ),
    "11": (Kind("3261", "Plastiques", "Moulage de pièces en plastique"),),
    "12": (Kind("3273", "Béton", "Fabrication de produits en béton"), Kind("3272", "Verrerie", "Fabrication de verre")),
    "13": (
        Kind("3315", "Fonderie", "Moulage de pièces de métal"),
        Kind("3313", "Aluminerie", "Production d’aluminium"),
    ),
    "14": (
        Kind("3327", "Atelier d’usinage", "Usinage de pièces de métal"),
        Kind("3323", "Structures d’acier", "Fabrication de charpentes métalliques"),
    ),
    "15": (Kind("3331", "Machinerie agricole", "Fabrication de machines"), Kind("3339", "Équipements", "Machinerie")),
    "16": (Kind("3344", "Composants électroniques", "Fabrication de cartes électroniques"),),
    "17": (Kind("3364", "Aéronautique", "Fabrication de pièces d’avion"), Kind("3366", "Chantier naval", "Bateaux")),
    "18": (Kind("3371", "Ébénisterie", "Fabrication de meubles et d’armoires"),),
    "19": (Kind("3399", "Enseignes", "Fabrication d’enseignes et d’articles divers"),),
    "20": (
        Kind("4131", "Grossiste en alimentation", "Commerce de gros de produits alimentaires"),
        Kind("4163", "Distribution de matériaux", "Commerce de gros de matériaux de construction"),
    ),
    "21": (
        Kind("4411", "Concession automobile", "Vente de voitures"),
        Kind("4571", "Poste d’essence", "Vente d’essence"),
    ),
    "22": (
        Kind("4451", "Épicerie", "Commerce d’alimentation"),
        Kind("4561", "Pharmacie", "Vente de médicaments et de produits de santé"),
        Kind("4452", "Boulangerie", "Vente de pains et de pâtisseries"),
    ),
    "23": (
        Kind("4441", "Quincaillerie", "Vente de matériaux et d’outils"),
        Kind("4581", "Boutique de vêtements", "Vente de vêtements"),
        Kind("4592", "Librairie", "Vente de livres"),
    ),
    "24": (
        Kind("4841", "Transport routier", "Transport de marchandises"),
        Kind("4853", "Taxis", "Transport de personnes"),
    ),
    "25": (Kind("4931", "Entrepôt", "Entreposage"), Kind("4921", "Messagerie", "Livraison de colis")),
    "26": (Kind("5121", "Studio", "Production de films et de vidéos"), Kind("5131", "Éditions", "Édition de livres")),
    "27": (Kind("5173", "Télécom", "Services de télécommunications"), Kind("5182", "Hébergement", "Centre de données")),
    "28": (
        Kind("5242", "Cabinet d’assurance", "Courtage d’assurance"),
        Kind("5221", "Caisse", "Services financiers aux particuliers"),
    ),
    "29": (Kind("5312", "Agence immobilière", "Courtage immobilier"), Kind("5322", "Location", "Location d’articles")),
    "30": (
        Kind("5412", "Cabinet comptable", "Comptabilité et tenue de livres"),
        Kind("5415", "Solutions informatiques", "Conception de systèmes informatiques"),
        Kind("5413", "Génie-conseil", "Services d’ingénierie"),
    ),
    "31": (
        Kind("5617", "Entretien ménager", "Services d’entretien d’immeubles"),
        Kind("5613", "Agence de placement", "Placement de personnel"),
        Kind("5621", "Collecte de matières", "Collecte de matières résiduelles"),
    ),
    "32": (Kind("6111", "École", "Enseignement primaire et secondaire"), Kind("6116", "École de musique", "Cours")),
    "33": (Kind("6212", "Clinique dentaire", "Soins dentaires"), Kind("6211", "Clinique médicale", "Soins médicaux")),
    "34": (Kind("6221", "Hôpital", "Soins hospitaliers"),),
    "35": (Kind("6233", "Résidence pour personnes aînées", "Hébergement de personnes aînées"),),
    "36": (Kind("6244", "Garderie", "Garde d’enfants"), Kind("6241", "Centre d’entraide", "Aide aux familles")),
    "37": (Kind("7139", "Centre sportif", "Conditionnement physique"), Kind("7111", "Théâtre", "Arts de la scène")),
    "38": (
        Kind("7225", "Restaurant", "Restauration avec service"),
        Kind("7211", "Hôtel", "Hébergement"),
        Kind("7223", "Traiteur", "Services de traiteur"),
    ),
    "39": (Kind("8111", "Garage", "Réparation d’automobiles"),),
    "40": (Kind("8121", "Salon de coiffure", "Soins personnels"), Kind("8134", "Association", "Vie communautaire")),
    "41": (Kind("9139", "Hôtel de ville", "Administration municipale"),),
}
