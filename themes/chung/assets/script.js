// What all themes do with JavaScript. Enhancement only: every page works without this file.
(function () {
  "use strict";
  var root = document.documentElement;

  // A copy of the site on a stick: folders have no index there, so links name the file.
  if (location.protocol === "file:") {
    document.querySelectorAll("a[href]").forEach(function (link) {
      if (link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
    });
  }

  // Text size, kept on this device.
  var sizes = [100, 112.5, 125, 150], box = document.querySelector(".size");
  function stored() {
    try { return +localStorage.getItem("size") || 0; } catch (e) { return 0; }
  }
  function resize(at) {
    root.style.fontSize = at ? sizes[at] + "%" : "";
    if (!box) return;
    box.firstElementChild.disabled = at === 0;
    box.lastElementChild.disabled = at === sizes.length - 1;
  }
  var size = Math.min(Math.max(stored(), 0), sizes.length - 1);
  if (size || box) resize(size);
  if (box) {
    box.hidden = false;
    box.addEventListener("click", function (event) {
      var step = +event.target.getAttribute("data-size");
      if (!step) return;
      size = Math.min(Math.max(size + step, 0), sizes.length - 1);
      resize(size);
      try { localStorage.setItem("size", size); } catch (e) { /* private window: for this page only */ }
    });
  }

  // Sharing: the device's own menu (Zalo among others), or the link alone.
  document.querySelectorAll(".share").forEach(function (share) {
    var send = share.querySelector("[data-do=share]"), copy = share.querySelector("[data-do=copy]");
    var canonical = document.querySelector("link[rel=canonical]");
    var address = canonical ? canonical.href : location.href.split("#")[0];
    if (!navigator.share) send.remove();
    else send.addEventListener("click", function () {
      navigator.share({ title: document.title, text: share.getAttribute("data-text"), url: address }).catch(function () {});
    });
    if (!navigator.clipboard) copy.remove();
    else copy.addEventListener("click", function () {
      navigator.clipboard.writeText(address).then(function () {
        copy.lastElementChild.textContent = copy.getAttribute("data-done");
      }, function () {});
    });
    share.hidden = !share.querySelector("button");
  });

  // Videos: the other site is asked only after a click.
  var players = { youtube: "https://www.youtube-nocookie.com/embed/", vimeo: "https://player.vimeo.com/video/" };
  document.querySelectorAll("a[data-video]").forEach(function (link) {
    var video = link.getAttribute("data-video").split(":"), kind = video[0], player;
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (players[kind]) {
        player = document.createElement("iframe");
        player.src = players[kind] + encodeURIComponent(video[1]) + "?autoplay=1&dnt=1";
        player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
        player.title = link.textContent;
      } else {
        player = document.createElement("video");
        player.src = link.href;
        player.controls = player.autoplay = true;
      }
      player.className = "player";
      link.replaceWith(player);
      player.focus();
    });
  });
})();
