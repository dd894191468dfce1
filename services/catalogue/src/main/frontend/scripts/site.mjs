// Everything here is an improvement on pages that work without it.
import { Button, ErrorSummary, ServiceNavigation, SkipLink, createAll } from "govuk-frontend";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, ErrorSummary, ServiceNavigation, SkipLink]) createAll(component);

// A deep link to a part inside closed details opens them first.
function openDetailsAround(id) {
  let details = id && document.getElementById(id)?.closest("details");
  for (; details; details = details.parentElement.closest("details")) details.open = true;
}
const target = () => decodeURIComponent(location.hash.slice(1));
addEventListener("hashchange", () => openDetailsAround(target()));
openDetailsAround(target());

// Filters apply as soon as they are chosen: htmx fetches the page and swaps the results in. Without it there is the button.
document.addEventListener("htmx:afterSwap", (event) => {
  const count = event.target.querySelector("[data-count]");
  const status = document.getElementById("results-status");
  if (count && status) status.textContent = count.textContent.trim();
});

// On a small screen the filters would stand before every result; an error in them must be seen.
if (matchMedia("(max-width: 48em)").matches && !document.querySelector(".govuk-error-summary")) {
  for (const fold of document.querySelectorAll(".app-filters__fold")) fold.open = false;
}

// Printing by a button exists only where it works.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
