// The inbox page: brings in what is new every two seconds, copies codes, shows times as the reader's clock does.
"use strict";
(() => {
  const PAUSE = 2000;
  const list = () => document.querySelector("main ol");
  const live = document.querySelector(".live");

  function dress(root) {
    for (const button of root.querySelectorAll(".copy")) {
      button.hidden = false;
    }
    for (const time of root.querySelectorAll("time")) {
      const at = new Date(time.dateTime);
      const today = at.toDateString() === new Date().toDateString();
      time.title = time.textContent;
      time.textContent = today ? at.toLocaleTimeString() : at.toLocaleString();
    }
  }

  async function copy(button) {
    const label = button.innerHTML;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(button.parentElement.querySelector("code"));
      button.textContent = "Selected";
    }
    setTimeout(() => { button.innerHTML = label; }, 1500);
  }

  // Messages that stay are not touched: their frames keep what they show, the focus keeps its place.
  function take(page) {
    const there = new Set([...page.querySelectorAll("main li")].map(item => item.id));
    for (const item of list().querySelectorAll("li")) {
      if (!there.has(item.id)) item.remove();
    }
    const fresh = [...page.querySelectorAll("main li")].filter(item => !document.getElementById(item.id));
    for (const item of fresh.reverse()) {
      const arrived = document.importNode(item, true);
      arrived.querySelector("article").classList.add("new");
      dress(arrived);
      list().prepend(arrived);
    }
    replace("main .none", page, () => list(), "before");
    replace(".bar .clear", page, () => live, "before");
    if (fresh.length > 0) {
      live.textContent = fresh.length === 1 ? "1 new message" : fresh.length + " new messages";
    }
  }

  // What is there only with, or only without, messages.
  function replace(selector, page, place, where) {
    const old = document.querySelector(selector);
    const now = page.querySelector(selector);
    if (old && !now) old.remove();
    if (!old && now) place()[where](document.importNode(now, true));
  }

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.status);
      take(new DOMParser().parseFromString(await answer.text(), "text/html"));
      if (live.classList.replace("away", "here")) live.textContent = "";
    } catch {
      live.classList.remove("here");
      live.classList.add("away");
      live.textContent = "The server cannot be reached. Trying again.";
    }
  }

  document.addEventListener("click", event => {
    const button = event.target.closest(".copy");
    if (button) copy(button);
  });
  document.addEventListener("visibilitychange", look);
  live.textContent = "";
  dress(document);
  (async function forever() {
    for (;;) {
      await new Promise(next => setTimeout(next, PAUSE));
      await look();
    }
  })();
})();
