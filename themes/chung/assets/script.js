// What every page does with JavaScript. Enhancement only: every page works without this file. The reading aids are in tools.js.
// It stands in the head, before the style, and is waited for, so that a page comes to sight with the size and contrast that were chosen; the rest waits for the page.
//
// Hooks, for themes:
//   form[role=search] template        what search needs, put into the form on its first focus
//   script[data-keep]                 this file's own element: browsers may keep what was read
(() => {
  "use strict";
  var page = document, root = page.documentElement, own = page.currentScript, stick = location.protocol === "file:";

  // What readers chose on another page, see tools.js.
  try {
    var size = [0, 112.5, 125, 150, 200][localStorage.getItem("size")];
    if (size) root.style.fontSize = size + "%";
    if (localStorage.getItem("contrast")) root.setAttribute("data-contrast", "more");
  } catch (e) { /* a private window */ }

  page.addEventListener("DOMContentLoaded", () => {
    var find = page.querySelector("form[role=search]"), lens = find && find.querySelector("template");

    // A copy of the site on a stick: folders have no index there, so links name the file.
    if (stick) {
      page.querySelectorAll("a[href]").forEach(link => {
        if (link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
      });
      if (find) find.action += "index.html";
    }

    // Search: search.js is loaded when somebody is about to search.
    function start() {
      find.removeEventListener("focusin", start);
      var parts = page.importNode(lens.content, true);
      parts.querySelectorAll("script").forEach(script => { script.async = false; }); // one after the other
      find.appendChild(parts);
    }
    if (lens) {
      find.addEventListener("focusin", start);
      if (find.contains(page.activeElement)) start();
    }
  });

  // What was read can be read again without a network: the service worker sees to that, where the site wants it.
  if (navigator.serviceWorker && own.hasAttribute("data-keep") && !stick) addEventListener("load", () => {
    navigator.serviceWorker.register(own.src.replace(/tai-nguyen\/[^/]*$/, "sw.js")).catch(() => {});
  });
})();
