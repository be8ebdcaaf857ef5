from django.urls import path

from catalog import views

app_name = "catalog"

urlpatterns = [
    path("", views.sources, name="sources"),
    path("<slug:slug>/", views.dataset, name="dataset"),
]
