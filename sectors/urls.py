from django.urls import path

from sectors import views

app_name = "sectors"

urlpatterns = [
    path("", views.Index.as_view(), name="index"),
]
