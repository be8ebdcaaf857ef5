from django.urls import path

from businesses import views

app_name = "businesses"

urlpatterns = [
    path("", views.Index.as_view(), name="index"),
]
