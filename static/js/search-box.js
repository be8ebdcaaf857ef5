// Makes each search field a combobox (WAI-ARIA 1.2, list autocomplete): htmx fills the list, arrows move in it,
// Enter opens the chosen page, or fills the field and sends its form; Escape closes the list. Without JavaScript the
// form simply searches.
"use strict";

for (const input of document.querySelectorAll("input[data-suggestions]")) {
  const list = document.getElementById(input.dataset.suggestions);
  const status = list.parentElement.querySelector("[role=status]");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const current = () => list.querySelector("[aria-selected=true]");
  let typing = false; // until the form is sent: an answer that comes later is not wanted any more

  const select = (option) => {
    current()?.setAttribute("aria-selected", "false");
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  const show = (visible) => {
    list.hidden = !visible;
    input.setAttribute("aria-expanded", String(visible));
    if (!visible) select(null);
  };

  const move = (step) => {
    const all = options();
    const from = all.indexOf(current());
    const to = from === -1 && step < 0 ? all.length - 1 : from + step;
    select(all[to]); // past either end: back to what was typed
  };

  const choose = (option) => {
    if ("fills" in input.dataset) {
      input.value = option.dataset.code;
      input.form.requestSubmit();
    } else {
      location.assign(option.dataset.href);
    }
  };

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  show(false);

  input.addEventListener("input", () => {
    typing = true;
  });
  input.form.addEventListener("submit", () => {
    typing = false;
    show(false);
  });

  list.addEventListener("htmx:afterSwap", () => {
    if (!typing) return;
    const found = options().length > 0;
    show(found && document.activeElement === input);
    const asked = input.value.trim().length > 1;
    status.textContent = found ? status.dataset.some : asked ? status.dataset.none : "";
  });

  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!options().length) return;
      if (list.hidden) show(true);
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && current()) {
      choose(current());
    } else if (event.key === "Escape" && !list.hidden) {
      show(false);
    } else {
      return;
    }
    event.preventDefault();
  });

  // mousedown, before the field loses the focus
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  input.addEventListener("blur", () => show(false));
}
