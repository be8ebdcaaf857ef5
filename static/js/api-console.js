// Shows the OpenAPI document with Swagger UI, from this site alone: no validator, no address of another site.
document.addEventListener("DOMContentLoaded", () => {
  const place = document.querySelector("[data-openapi]");
  SwaggerUIBundle({
    domNode: place,
    url: place.dataset.openapi,
    plugins: [{ wrapComponents: { InfoContainer: () => () => null } }], // our own heading says it
    presets: [SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
    validatorUrl: null,
    tryItOutEnabled: true,
    defaultModelsExpandDepth: 0,
  });
});
