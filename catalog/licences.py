"""The licences under which the publishers let everyone reuse their data, ready for a `DatasetDefinition`."""

from django.utils.translation import gettext_lazy as _

STATISTICS_CANADA = {
    "licence": _("Statistics Canada Open Licence"),
    "licence_url": "https://www.statcan.gc.ca/en/reference/licence",
}
CANADA = {
    "licence": _("Open Government Licence – Canada"),
    "licence_url": "https://open.canada.ca/en/open-government-licence-canada",
}
CC_BY = {
    "licence": "CC BY 4.0",
    "licence_url": "https://creativecommons.org/licenses/by/4.0/",
}
PORTAL = {  # what the portal makes comes under its own licence
    "licence": "MIT",
    "licence_url": "https://opensource.org/license/mit",
}
CC_BY_NC_SA = {  # forbids commercial use, and asks whoever passes the data on to do so under the same licence
    "licence": "CC BY-NC-SA 4.0",
    "licence_url": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
}
