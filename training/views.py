from django.views.generic import TemplateView


class Index(TemplateView):
    """What this door will open on, and where to go meanwhile."""

    template_name = "training/index.html"
