"use strict";
// The reader goes from statement to statement without loading the page again; all of it works without this, too.
(() => {
  const words = document.getElementById("words");
  if (words === null) return;
  const path = `/document/${words.dataset.document}`;
  let asked = 0;

  const focused = () => document.querySelector(".told a[aria-current]")?.dataset.go ?? null;
  const order = () => [...document.querySelectorAll(".told a[data-go]")].map((a) => a.dataset.go);
  const belongs = (piece, id) => (piece.dataset.s ?? "").split(" ").includes(id);

  const renamed = (old, name) => {
    if (old.localName === name) return;
    const made = document.createElement(name);
    for (const { name: attribute, value } of old.attributes) made.setAttribute(attribute, value);
    made.append(...old.childNodes);
    old.replaceWith(made);
  };

  const mark = (id) => {
    for (const piece of words.querySelectorAll("[data-s]")) renamed(piece, belongs(piece, id) ? "mark" : "span");
    for (const link of document.querySelectorAll(".tag[data-go], .told a[data-go]")) {
      if (link.dataset.go === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  const go = async (id, { step = null, push = true, key = false } = {}) => {
    const tag = document.getElementById(`w-${id}`);
    const params = new URLSearchParams(location.search);
    for (const name of ["decided", "part"]) params.delete(name);
    params.set("s", id);
    const href = `${path}?${params}#w-${id}`;
    if (tag === null) return void location.assign(href);
    const turn = ++asked;
    let section = null;
    try {
      const answer = await fetch(`${path}/statement?${params}`);
      if (answer.ok) section = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("statement");
    } catch { /* no answer: the whole page is asked for */ }
    if (turn !== asked) return;
    if (section === null) return void location.assign(href);
    document.getElementById("statement").replaceWith(document.adoptNode(section));
    mark(id);
    prepare();
    if (push) history.pushState(null, "", href);
    if (step !== null) (section.querySelector(`[data-step="${step}"]`) ?? section).focus({ preventScroll: true });
    else if (key) tag.focus({ preventScroll: true });
    tag.scrollIntoView({ block: "nearest" });
    document.querySelector(`.told a[data-go="${id}"]`)?.closest("li").scrollIntoView({ block: "nearest" });
    section.closest(".beside").scrollTop = 0;
    section.scrollTop = 0;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("[data-go]");
    if (link !== null) {
      event.preventDefault();
      go(link.dataset.go, { step: link.dataset.step ?? null });
      return;
    }
    if (event.target.closest("[data-take]") !== null) return take();
    const piece = event.target.closest("#words [data-s]");
    if (piece !== null && getSelection().isCollapsed) go(piece.dataset.s.split(" ")[0]);
  });

  addEventListener("popstate", () => {
    const id = new URLSearchParams(location.search).get("s");
    if (id !== null && document.getElementById(`w-${id}`) !== null) go(id, { push: false });
    else location.reload();
  });

  document.addEventListener("onrecord:key", (event) => {
    const ids = order();
    const at = ids.indexOf(focused());
    if (event.detail === "j" && ids.length) step(ids[Math.min(at + 1, ids.length - 1)], at, "next");
    else if (event.detail === "k" && ids.length) step(ids[Math.max(at - 1, 0)], at, "prev");
    else if (event.detail === "o") document.querySelector("#statement .to-claim")?.click();
    else if (event.detail === "c") copy();
    else return;
    event.preventDefault();
  });

  // Behind the last statement of a part comes the next part.
  const step = (id, at, way) => {
    if (id !== order()[at]) go(id, { key: true });
    else document.querySelector(`.pages a[rel="${way}"]`)?.click();
  };

  const copy = async () => {
    const cited = document.querySelector("#statement .citation")?.textContent;
    if (cited === undefined) return;
    let line = "Citation copied.";
    try {
      await navigator.clipboard.writeText(cited);
    } catch {
      const field = document.createElement("textarea");
      field.value = cited;
      document.body.append(field);
      field.select();
      if (!document.execCommand("copy")) line = "The browser does not let it be copied; it stands under “Cite it”.";
      field.remove();
    }
    told(line);
  };

  const notice = document.createElement("p");
  notice.className = "notice copied";
  notice.setAttribute("role", "status");
  notice.hidden = true;
  document.body.append(notice);
  let timer = 0;
  const told = (line) => {
    notice.hidden = false;
    notice.textContent = line;
    clearTimeout(timer);
    timer = setTimeout(() => { notice.hidden = true; }, 4000);
  };

  // Where a selection stands, in code points of the text, as every offset here.
  const points = (text) => [...text].length;
  const place = (node, offset) => {
    const piece = (node instanceof Element ? node : node.parentElement)?.closest("#words [data-a]");
    if (!piece) return null;
    const before = document.createRange();
    before.selectNodeContents(piece);
    before.setEnd(node, offset);
    return Number(piece.dataset.a) + points(before.toString());
  };
  const selected = () => {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const inside = [...words.querySelectorAll("[data-a]")].filter((piece) => range.intersectsNode(piece));
    if (inside.length === 0) return null;
    const last = inside.at(-1);
    const start = place(range.startContainer, range.startOffset) ?? Number(inside[0].dataset.a);
    const end = place(range.endContainer, range.endOffset) ?? Number(last.dataset.a) + points(last.textContent);
    let text = "";
    let paragraph = null;
    for (const piece of inside) {
      const from = Number(piece.dataset.a);
      if (paragraph !== null && piece.parentElement !== paragraph) text += "\n";
      paragraph = piece.parentElement;
      text += [...piece.textContent].slice(Math.max(0, start - from), Math.max(0, end - from)).join("");
    }
    const lead = points(text) - points(text.trimStart());
    const trail = points(text) - points(text.trimEnd());
    return text.trim() === "" ? null : { start: start + lead, end: end - trail, text: text.trim() };
  };

  let chosen = null;
  document.addEventListener("selectionchange", () => { chosen = selected() ?? chosen; });
  const take = () => {
    const field = document.getElementById("words-said");
    if (chosen === null || field === null) return void told("Select words in the article first.");
    field.value = chosen.text;
    field.form.elements.spans.value = `${chosen.start}-${chosen.end}`;
    field.focus();
  };

  const prepare = () => {
    for (const button of document.querySelectorAll("[data-take]")) button.hidden = false;
  };
  prepare();
})();
