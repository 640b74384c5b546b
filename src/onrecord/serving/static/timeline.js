// Shows which line belongs to a mark under the pointer or in focus. The page says the same without it.
"use strict";
(() => {
  const drawing = document.querySelector("svg.timeline");
  if (!drawing) return;
  const parts = [...drawing.querySelectorAll("[data-of]")].map((part) => [part, new Set(part.dataset.of.split(" "))]);
  const light = (event) => {
    const mark = event.target.closest("a[data-of]");
    const own = mark ? new Set(mark.dataset.of.split(" ")) : null;
    drawing.classList.toggle("lit", own !== null);
    for (const [part, of] of parts) part.classList.toggle("on", own !== null && [...of].some((n) => own.has(n)));
  };
  for (const name of ["pointerover", "focusin"]) drawing.addEventListener(name, light);
  for (const name of ["pointerleave", "focusout"]) drawing.addEventListener(name, () => {
    drawing.classList.remove("lit");
    for (const [part] of parts) part.classList.remove("on");
  });
})();
