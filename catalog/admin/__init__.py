from catalog.admin.dataset import DatasetAdmin
from catalog.admin.readonly import ReadOnlyAdmin
from catalog.admin.release import ReleaseAdmin

__all__ = ["DatasetAdmin", "ReadOnlyAdmin", "ReleaseAdmin"]
