// Text size: the choice lasts as long as the tab (sessionStorage), so that a shared computer keeps nothing.
// Loaded before the page is drawn; the buttons stay hidden where there is no JavaScript.
"use strict";

(() => {
  const key = "text-size";
  const root = document.documentElement;

  const stored = () => {
    try {
      return sessionStorage.getItem(key) || "normal";
    } catch {
      return "normal"; // storage forbidden by the browser
    }
  };

  const apply = (size) => {
    root.dataset.textSize = size;
    for (const button of document.querySelectorAll("[data-text-size] button")) {
      button.setAttribute("aria-pressed", String(button.dataset.size === size));
    }
  };

  apply(stored());
  document.addEventListener("DOMContentLoaded", () => {
    apply(stored());
    for (const group of document.querySelectorAll("[data-text-size]")) {
      group.hidden = false;
      group.addEventListener("click", (event) => {
        const size = event.target.dataset.size;
        if (!size) return;
        apply(size);
        try {
          sessionStorage.setItem(key, size);
        } catch {
          // the size holds for this page only
        }
      });
    }
  });
})();
