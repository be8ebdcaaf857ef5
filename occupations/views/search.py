from django.http import HttpResponse


def search(request):
    return HttpResponse()


def suggest(request):
    return HttpResponse()
