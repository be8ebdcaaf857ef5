// A search that fails (no network, an error page) opens its address as it would without JavaScript, so that the visitor
// sees why.
"use strict";

for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => {
    if (event.detail.boosted) location.assign(event.detail.pathInfo.finalRequestPath);
  });
}
