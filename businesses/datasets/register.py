"""The enterprise register's open data: an archive of six CSV files, whose rows are joined in SQL (`register_rows`).

Columns as their users describe them (November 2026; no copy of the archive was at hand). Of the codes, those of status
and names were observed by several users; labels of sizes and activities come with the files themselves.
"""

from django.utils.translation import gettext_lazy as _

from businesses.datasets.establishment import SHARED, obey_removals
from businesses.datasets.register_rows import join
from businesses.listing import REGISTER, settle_register
from catalog import licences
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, Layout, MassChange, registry

DEMONSTRATION = "DEMONSTRATION"  # a domain of values that only files made by `manage.py demo_register` have

LAYOUTS = (
    Layout(
        name="enterprises",
        part="Entreprise.csv",
        columns={
            "enterprise": "NEQ",
            "registered": "DAT_IMMAT",
            "size": "COD_INTVAL_EMPLO_QUE",
            "status": "COD_STAT_IMMAT",
            "form": "COD_FORME_JURI",
            "declared": "DAT_DEPO_DECLR",
            "year": "AN_DECL",
            "cae": "COD_ACT_ECON_CAE",
            "activity": "DESC_ACT_ECON_ASSUJ",
            "other_cae": "COD_ACT_ECON_CAE2",
            "other_activity": "DESC_ACT_ECON_ASSUJ2",
        },
        keep="status = 'IM'",  # registered: neither struck off nor announced
    ),
    Layout(
        name="names",
        part="Nom.csv",
        columns={"enterprise": "NEQ", "name": "NOM_ASSUJ", "status": "STAT_NOM", "kind": "TYP_NOM_ASSUJ"},
        keep="status = 'V'",  # in force
    ),
    Layout(
        name="establishments",
        part="Etablissements.csv",
        columns={
            "enterprise": "NEQ",
            "suffix": "NO_SUF_ETAB",
            "main": "IND_ETAB_PRINC",
            "available": "IND_DISP",
            "line1": "LIGN1_ADR",
            "line2": "LIGN2_ADR",
            "line3": "LIGN3_ADR",
            "line4": "LIGN4_ADR",
            "cae": "COD_ACT_ECON",
            "activity": "DESC_ACT_ECON_ETAB",
            "other_cae": "COD_ACT_ECON2",
            "other_activity": "DESC_ACT_ECON_ETAB2",
            "name": "NOM_ETAB",
        },
    ),
    Layout(
        name="values",
        part="DomaineValeur.csv",
        columns={"domain": "TYP_DOM_VAL", "code": "COD_DOM_VAL", "label": "VAL_DOM_FRAN"},
        keep=f"domain IN ('INTVAL_EMPLO_QUE', 'ACT_ECON', '{DEMONSTRATION}')",
    ),
    # Not read beyond their header: an archive without them is not whole.
    Layout(
        name="mergers",
        part="FusionScissions.csv",
        columns={"enterprise": "NEQ", "other": "NEQ_ASSUJ_REL", "relation": "COD_RELA_ASSUJ"},
        keep="false",
    ),
    Layout(
        name="continuations",
        part="ContinuationsTransformations.csv",
        columns={"enterprise": "NEQ", "change": "COD_TYP_CHANG"},
        keep="false",
    ),
)


def edition(cursor, _stage: str, _layout: str) -> Edition:
    """Name the edition after the last declaration in it; a file that was made up for a trial says so itself."""
    cursor.execute("SELECT left(max(declared), 10) FROM raw_enterprises WHERE declared < (current_date + 1)::text")
    (label,) = cursor.fetchone()
    cursor.execute("SELECT EXISTS (SELECT FROM raw_values WHERE domain = %s)", [DEMONSTRATION])
    (is_demonstration,) = cursor.fetchone()
    kind = Kind.DEMONSTRATION if is_demonstration else Kind.OFFICIAL
    return Edition(label=label or "", reference_period=label or "", kind=kind)


registry.register(
    DatasetDefinition(
        slug=REGISTER,
        title=_("Enterprise register of Québec"),
        description=_(
            "The establishments of the enterprises that are registered in Québec, from the register’s open data. Its "
            "licence forbids commercial use. Addresses of persons are left out, and the size is that of the whole "
            "enterprise in Québec."
        ),
        publisher=_("Registraire des entreprises du Québec"),
        homepage="https://www.donneesquebec.ca/recherche/dataset/registre-des-entreprises",
        **licences.CC_BY_NC_SA,
        layouts=LAYOUTS,
        join=join,
        edition=edition,
        mass_change=MassChange(code="key", codes_gone=0.05),
        checks=(obey_removals,),
        when_live=settle_register,
        **SHARED,
    )
)
