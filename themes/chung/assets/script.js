// What every page does with JavaScript. Enhancement only: every page works without this file. The reading aids are in tools.js.
//
// Hooks, for themes:
//   form[role=search] template        what search needs, put into the form on its first focus
//   script[data-keep]                 this file's own element: browsers may keep what was read
(function () {
  "use strict";
  var root = document.documentElement;

  // A copy of the site on a stick: folders have no index there, so links name the file.
  if (location.protocol === "file:") {
    document.querySelectorAll("a[href]").forEach(function (link) {
      if (link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
    });
  }

  // What readers chose on another page, see tools.js.
  try {
    var size = [0, 112.5, 125, 150, 200][localStorage.getItem("size")];
    if (size) root.style.fontSize = size + "%";
    if (localStorage.getItem("contrast")) root.setAttribute("data-contrast", "more");
  } catch (e) { /* a private window */ }

  // Search: search.js is loaded when somebody is about to search.
  var find = document.querySelector("form[role=search]"), lens = find && find.querySelector("template");
  function start() {
    find.removeEventListener("focusin", start);
    var parts = document.importNode(lens.content, true);
    parts.querySelectorAll("script").forEach(function (script) { script.async = false; }); // one after the other
    find.appendChild(parts);
  }
  if (find && location.protocol === "file:") find.action += "index.html";
  if (lens) {
    find.addEventListener("focusin", start);
    if (find.contains(document.activeElement)) start();
  }

  // What was read can be read again without a network: the service worker sees to that, where the site wants it.
  var own = document.currentScript, worker = navigator.serviceWorker;
  if (worker && own.hasAttribute("data-keep") && location.protocol !== "file:") addEventListener("load", function () {
    worker.register(own.src.replace(/tai-nguyen\/[^/]*$/, "sw.js")).catch(function () {});
  });
})();
