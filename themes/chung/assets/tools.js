// The reading aids, and what else a page of text does with JavaScript: on all pages but that of the search, which has enough of its own. Enhancement only.
//
// Hooks, for themes (the bar of reading aids is chung/templates/parts/tools.html; it is hidden until this file has run):
//   .tools [data-do=smaller|larger]   text size: rem grows on <html>, <output> says how much; kept on this device. At its end a button is aria-disabled: disabled
//                                     would take the focus from it
//   .tools [data-do=contrast]         <html data-contrast="more">, aria-pressed on the button; kept on this device
//   .tools [data-do=read] [data-do=stop]   reads aloud what stands in [data-read], in this order, where a voice of its language exists;
//                                     the block that is being read has the class "reading"; data-state on the button is 0 (still),
//                                     1 (reads) or 2 (paused), and data-words has its three labels, parted by "|"
//   .tools [data-do=share|copy|print] the device's own menu, the link alone, paper; <output> says that the link was copied (data-done)
//   a[data-video]                     a player in the place of the link, after a click
(function () {
  "use strict";
  var root = document.documentElement, tools = document.querySelector(".tools");

  // What is kept on this device; in a private window it holds for one page only.
  function kept(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch (e) { /* as said */ }
  }

  function button(name, act) {
    var found = tools && tools.querySelector("[data-do=" + name + "]");
    if (found) found.addEventListener("click", act);
    return found;
  }

  // Text size.
  var sizes = [100, 112.5, 125, 150, 200], size = Math.min(Math.max(kept("size") | 0, 0), sizes.length - 1);
  var smaller = button("smaller", function () { resize(-1); }), larger = button("larger", function () { resize(1); });
  function resize(step) {
    if (!sizes[size + step]) return;
    var pressed = step < 0 ? smaller : larger, top = step && pressed.getBoundingClientRect().top;
    size += step;
    root.style.fontSize = size ? sizes[size] + "%" : "";
    [[smaller, 0], [larger, sizes.length - 1]].forEach(function (one) {
      if (one[0]) one[0].setAttribute("aria-disabled", size === one[1]);
    });
    if (!step) return;
    kept("size", size);
    tools.querySelector("output").textContent = sizes[size].toLocaleString(root.lang) + "%";
    // What was pressed stays where it was, though all above it has grown. Twice: where the bar sticks to the window, the first time tells only a part of the way.
    for (var times = 2; times--;) scrollBy(0, pressed.getBoundingClientRect().top - top);
  }
  resize(0);

  // Contrast.
  var strong = kept("contrast") === "more", contrast = button("contrast", function () {
    strong = !strong;
    kept("contrast", strong ? "more" : "");
    show();
  });
  function show() {
    if (strong) root.setAttribute("data-contrast", "more");
    else root.removeAttribute("data-contrast");
    if (contrast) contrast.setAttribute("aria-pressed", strong);
  }
  show();

  // Sharing: the device's own menu (Zalo among others), the link alone, paper.
  var canonical = document.querySelector("link[rel=canonical]");
  var address = canonical ? canonical.href : location.href.split("#")[0];
  var share = button("share", function () {
    navigator.share({ title: document.title, url: address }).catch(function () {});
  });
  if (share && !navigator.share) share.remove();
  var copy = button("copy", function () {
    navigator.clipboard.writeText(address).then(function () {
      tools.querySelector("output").textContent = copy.getAttribute("data-done");
    }, function () {});
  });
  if (copy && !navigator.clipboard) copy.remove();
  button("print", function () { print(); });

  // Reading aloud. Sentence by sentence, since some voices fall silent after a quarter of a minute; a pause begins the sentence again,
  // since on many phones a voice that was paused does not go on.
  var voices = window.speechSynthesis, pieces, at, turn = 0, utterance;
  var read = button("read", function () {
    if (!pieces) gather();
    if (read.getAttribute("data-state") === "1") halt(2);
    else speak();
  });
  var stop = button("stop", function () { at = 0; halt(0); });
  function voice(language) {
    return voices.getVoices().filter(function (one) { return one.lang.split(/[-_]/)[0].toLowerCase() === language.split("-")[0]; })[0];
  }
  function languageOf(element) { return element.closest("[lang]").lang.toLowerCase(); }
  function gather() {
    var blocks = "p,li,dt,dd,h1,h2,h3,h4,h5,h6,figcaption,th,td";
    pieces = [];
    at = 0;
    document.querySelectorAll("[data-read]").forEach(function (part) {
      var inside = part.querySelectorAll(blocks);
      [].forEach.call(inside.length ? inside : [part], function (block) {
        if (block !== part && block.parentNode.closest(blocks)) return; // read with what it stands in
        var language = languageOf(block);
        if (voice(language)) (block.textContent.match(/\S.*?(?:[.!?…]+["”’)]*(?=\s)|$)/gm) || []).forEach(function (text) { pieces.push([block, text, language]); });
      });
    });
  }
  function state(now) {
    document.querySelectorAll(".reading").forEach(function (block) { block.classList.remove("reading"); });
    read.setAttribute("data-state", now);
    read.textContent = read.getAttribute("data-words").split("|")[now];
    if (!now && document.activeElement === stop) read.focus(); // it goes
    stop.hidden = !now;
  }
  function halt(now) {
    turn++;
    voices.cancel();
    state(now);
  }
  function speak() {
    var piece = pieces[at], mine = ++turn;
    if (!piece) {
      at = 0;
      return halt(0);
    }
    state(1);
    piece[0].classList.add("reading");
    piece[0].scrollIntoView({ block: "nearest" });
    utterance = new SpeechSynthesisUtterance(piece[1]); // kept, or some browsers forget to say that it ended
    utterance.lang = piece[2];
    utterance.voice = voice(piece[2]);
    utterance.onend = function () { if (mine === turn) at++, speak(); };
    utterance.onerror = function () { if (mine === turn) halt(2); };
    voices.speak(utterance);
  }
  if (read && voices) {
    var offer = function () {
      var part = document.querySelector("[data-read]");
      read.hidden = !part || !voice(languageOf(part));
    };
    offer();
    voices.onvoiceschanged = offer;
    addEventListener("pagehide", function () { halt(0); });
  }

  if (tools) tools.hidden = false;

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
