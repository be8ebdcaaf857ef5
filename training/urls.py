from django.urls import path

from training import views

app_name = "training"

urlpatterns = [
    path("", views.Index.as_view(), name="index"),
]
