// What a page can do that a form alone can not: copy, share, try again, leave at once. Without it everything else works.
"use strict";
(() => {
  const form = document.getElementById("talk");
  const toast = () => document.getElementById("toast");  // each answer brings another one
  const field = document.getElementById("text");
  const FIRST_PAUSE = 2000, LONGEST_PAUSE = 30000;
  let pause = FIRST_PAUSE, waiting = 0, sent = null, leaving = false;

  // --- copy and share -------------------------------------------------------------------------

  function ready(root) {
    for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
    if (navigator.share) for (const button of root.querySelectorAll("[data-share]")) button.hidden = false;
  }

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const helper = document.createElement("textarea");
      helper.value = button.dataset.copy;
      document.body.append(helper);
      helper.select();
      document.execCommand("copy");
      helper.remove();
    }
    const label = button.textContent;
    button.textContent = button.dataset.done;
    if (toast()) toast().textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2500);
  }

  // --- leaving --------------------------------------------------------------------------------

  function leave(address) {
    leaving = true;
    document.title = "…";
    document.body.replaceChildren();
    fetch("leave", { method: "POST", keepalive: true, redirect: "manual" }).finally(() => location.replace(address));
    setTimeout(() => location.replace(address), 400);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.leave) { event.preventDefault(); leave(button.dataset.leave); }
    else if (button?.dataset.copy) copy(button);
    else if (button?.dataset.share) navigator.share({ text: button.dataset.share }).catch(() => {});
    for (const open of document.querySelectorAll("details[open]"))
      if (!open.contains(event.target) || button?.name === "command") open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const open of document.querySelectorAll("details[open]")) { open.open = false; open.querySelector("summary").focus(); }
  });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  ready(document);

  // Words that came behind the # of a personal link never left this browser.
  const words = document.querySelector("[data-from-link]");
  if (words && location.hash.length > 1) {
    words.value = decodeURIComponent(location.hash.slice(1)).replaceAll("-", " ");
    history.replaceState(null, "", location.pathname + location.search);
  }
  if (!form) return;

  // --- the talk -------------------------------------------------------------------------------

  const idle = Number(form.dataset.idle) * 1000;
  let closing = 0;
  function stay() {
    clearTimeout(closing);
    if (idle) closing = setTimeout(() => location.replace("./"), idle + 1000);
  }

  const log = document.getElementById("log");
  let read = null;

  // Bring what is new to the top, so that it is read from its beginning; ticks move nothing.
  function show() {
    const fresh = read?.isConnected ? read.nextElementSibling : document.getElementById("now") ?? log.lastElementChild;
    fresh?.scrollIntoView({ block: "start", behavior: read ? "auto" : "instant" });
    read = log.lastElementChild;
  }

  function say(text, lost) {
    toast().textContent = text;
    toast().classList.toggle("lost", lost);
  }

  function again() {
    clearTimeout(waiting);
    waiting = 0;
    if (sent) form.requestSubmit(sent.submitter?.isConnected ? sent.submitter : undefined);
  }

  // One answer at a time: what is typed or tapped while one is on its way stays where it is.
  form.addEventListener("submit", (event) => {
    if (form.classList.contains("htmx-request")) { event.preventDefault(); event.stopImmediatePropagation(); }
    else sent = { submitter: event.submitter };
  });
  form.addEventListener("htmx:configRequest", (event) => {
    const { parameters } = event.detail, button = sent?.submitter;
    for (const name of ["tap", "command"]) if (button?.name !== name) delete parameters[name];
    if (button?.name) { parameters[button.name] = button.value; delete parameters.text; }
  });
  form.addEventListener("htmx:beforeRequest", (event) => {
    const nothing = !sent?.submitter?.name && !field.value.trim();
    if (leaving || nothing) event.preventDefault();
  });
  for (const kind of ["htmx:sendError", "htmx:timeout"])
    form.addEventListener(kind, () => {
      say(form.dataset.lost, true);
      waiting = setTimeout(again, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  addEventListener("online", () => { if (waiting) again(); });
  form.addEventListener("htmx:responseError", () => say(form.dataset.trouble, true));
  form.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful) return;
    if (!sent?.submitter?.name) { field.value = ""; }
    pause = FIRST_PAUSE;
    sent = null;
    stay();
  });
  let swapped = 0;
  form.addEventListener("htmx:afterSettle", () => {
    clearTimeout(swapped);
    swapped = setTimeout(() => {
      ready(document);
      if (document.activeElement === document.body) document.getElementById("choices").focus({ preventScroll: true });
      show();
    });
  });
  field.addEventListener("keydown", (event) => {
    const hard = matchMedia("(hover: hover) and (pointer: fine)").matches;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && hard) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && waiting) again(); });
  show();
  stay();
})();
