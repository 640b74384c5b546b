"use strict";
// Single keys, for whoever wants them: "/" searches, "?" leads to what they do; a page may hear others as "onrecord:key".
// They can be switched off in this browser, and rest while somebody types or holds another key.
(() => {
  const NAME = "onrecord.keys";
  const kept = () => { try { return localStorage.getItem(NAME); } catch { return null; } };
  const keep = (on) => { try { localStorage.setItem(NAME, on ? "on" : "off"); } catch { /* not remembered, then */ } };
  const isOff = () => kept() === "off";

  const isTyped = (event) =>
    event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey ||
    (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null);

  document.addEventListener("keydown", (event) => {
    if (isTyped(event) || isOff()) return;
    if (event.key === "/") {
      const field = document.getElementById("find");
      if (field === null) return;
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === "?") {
      event.preventDefault();
      location.assign("/about#keys");
    } else if (event.key.length === 1 && !event.shiftKey && !event.repeat) {
      const heard = new CustomEvent("onrecord:key", { detail: event.key, cancelable: true });
      if (!document.dispatchEvent(heard)) event.preventDefault();
    }
  });

  const row = document.getElementById("keys-switch");
  if (row !== null) {
    const box = row.querySelector("input");
    box.checked = !isOff();
    box.addEventListener("change", () => keep(box.checked));
    row.hidden = false;
  }
  if (!isOff()) for (const hint of document.querySelectorAll(".keys-hint")) hint.hidden = false;
})();
