"""What people who run the portal see of the occupations, and the profiles that they may edit."""

from occupations.admin import profiles, tables  # noqa: F401  importing registers
