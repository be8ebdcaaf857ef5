import pytest
from django.urls import reverse

MODELS = (
    "cipclass",
    "graduateoutcome",
    "institution",
    "offering",
    "programme",
    "programmeduration",
    "programmeoccupation",
    "trainingsector",
)


@pytest.mark.parametrize("name", MODELS)
def test_training_can_be_looked_at_and_not_changed(admin_client, plumbing, centre, name):
    assert admin_client.get(reverse(f"admin:training_{name}_changelist")).status_code == 200
    assert admin_client.get(reverse(f"admin:training_{name}_add")).status_code == 403


@pytest.mark.parametrize(("name", "word"), [("programme", "plomberie"), ("institution", "sherbrooke")])
def test_what_is_looked_for_is_found(admin_client, plumbing, centre, name, word):
    address = reverse(f"admin:training_{name}_changelist")
    row = plumbing if name == "programme" else centre
    assert row.pk in admin_client.get(address, {"q": word}).text
    assert row.pk not in admin_client.get(address, {"q": "coiffure"}).text
    assert admin_client.get(reverse(f"admin:training_{name}_change", args=[row.pk])).status_code == 200
