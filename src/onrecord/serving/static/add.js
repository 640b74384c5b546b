"use strict";
// How far a job is, asked again until it is done, without the page being drawn anew.
(() => {
  const PAUSE = 1500;
  const look = async () => {
    let found = null;
    try {
      const answer = await fetch(location.pathname);
      if (!answer.ok) return void location.reload();
      found = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch { /* the server is away: asked again */ }
    const held = document.getElementById("job");
    const now = found?.getElementById("job") ?? null;
    if (now !== null) {
      if (now.innerHTML !== held.innerHTML) {
        const [old, fresh] = [held, now].map((job) => job.querySelector("[role=status]"));
        if (old.textContent !== fresh.textContent) old.textContent = fresh.textContent;
        held.querySelector("tbody").replaceWith(document.adoptNode(now.querySelector("tbody")));
        const bar = held.querySelector("progress");
        const further = now.querySelector("progress");
        if (bar !== null && further !== null) bar.value = further.value;
        else bar?.closest("p").remove();
      }
      if ("done" in now.dataset) {
        held.dataset.done = "";
        document.title = found.title;
        document.querySelector("h1").textContent = found.querySelector("h1").textContent;
        return;
      }
    }
    setTimeout(look, PAUSE);
  };
  setTimeout(look, PAUSE / 2);
})();
