// What every page does with JavaScript. Enhancement only: every page works without this file. The reading aids are in tools.js.
// It stands in the head, before the style, and is waited for, so that a page comes to sight with the size and contrast that were chosen; the rest waits for the page.
//
// Hooks, for themes:
//   form[role=search] template        what search needs, put into the form on its first focus
//   .menu details                     the menu: closed when the focus leaves it, since it may lie over what has the focus then, and by Escape
//   script[data-keep]                 this file's own element: browsers may keep what was read
(() => {
  "use strict";
  var page = document, root = page.documentElement, own = page.currentScript, stick = location.protocol == "file:";

  // What readers chose on another page, see tools.js.
  try {
    var size = [0, 112.5, 125, 150, 200][localStorage.size];
    if (size) root.style.fontSize = size + "%";
    if (localStorage.contrast) root.dataset.contrast = "more";
  } catch (e) { /* a private window */ }

  page.addEventListener("DOMContentLoaded", () => {
    var find = page.querySelector("[role=search]"), lens = find && find.querySelector("template"), menu = page.querySelector(".menu details");

    // A copy of the site on a stick: folders have no index there, so links name the file.
    if (stick) {
      [...page.links].forEach(link => {
        if (link.protocol == "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
      });
      if (find) find.action += "index.html";
    }

    function focused() {
      var at = page.activeElement;
      if (menu && !menu.contains(at)) menu.open = false;
      // Search: search.js is loaded when somebody is about to search.
      if (lens && find.contains(at)) {
        lens.content.querySelectorAll("script").forEach(script => { script.async = false; }); // one after the other
        find.append(lens.content);
        lens = 0;
      }
    }
    page.addEventListener("focusin", focused);
    focused();
    if (menu) menu.onkeydown = event => {
      if (event.key == "Escape") {
        menu.open = false;
        menu.children[0].focus();
      }
    };
  });

  // What was read can be read again without a network: the service worker sees to that, where the site wants it.
  if (navigator.serviceWorker && "keep" in own.dataset && !stick) addEventListener("load", () => {
    navigator.serviceWorker.register(own.src.replace(/tai-nguyen\/[^/]*$/, "sw.js")).catch(() => {});
  });
})();
