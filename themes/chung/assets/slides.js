// The slide show of a year: one slide at a time over the whole window. Without this file the page shows all of them below one another.
//
// Hooks: .show holds the slides (.slide) and the bar (.slide-bar) with its controls ([data-do]) and the list of keys (.slide-help). On <html>, "showing"
// stands while this script is at work; on .show, "rest" while nothing moves; on the bar, "runs" while slides come by themselves; on a slide, "now". Nothing is animated.
(() => {
  "use strict";
  var page = document, root = page.documentElement;
  root.classList.add("showing"); // before anything is shown

  page.addEventListener("DOMContentLoaded", () => {
    var show = page.querySelector(".show"), slides = show.querySelectorAll(".slide"), last = slides.length - 1;
    var bar = show.querySelector(".slide-bar"), help = show.querySelector(".slide-help");
    var count = bar.querySelector(".slide-at").firstElementChild, said = count.nextElementSibling;
    var back = control("back"), on = control("on"), timer = control("timer"), pause = control("pause"), full = control("full"), leave = control("leave");
    var here = -1, typed = "", running = false, tick, resting, forgetting, touch, pointed;
    var pauseWord = pause.textContent, resumeWord = pause.dataset.resume;
    var enter = root.requestFullscreen || root.webkitRequestFullscreen;

    function control(name) { return bar.querySelector("[data-do=" + name + "]"); }

    function go(to) {
      to = Math.min(Math.max(to, 0), last);
      if (to === here) return;
      if (slides[here]) slides[here].classList.remove("now");
      here = to;
      slides[here].classList.add("now");
      slides[here].scrollTop = 0;
      fit();
      // A control that is disabled would lose the focus.
      back.setAttribute("aria-disabled", !here);
      on.setAttribute("aria-disabled", here === last);
      tell();
      // Kept in the address, so that the page can be loaded again; going there would take the focus from the control that was pressed.
      try {
        history.replaceState(null, "", "#" + (here + 1));
      } catch (e) { /* some browsers allow a hundred in half a minute: a key is held down */ }
      // The pictures that come next are on their way before they are wanted; all others wait.
      [here, here + 1, here + 2].forEach(n => {
        var picture = slides[n] && slides[n].querySelector("img");
        if (picture) picture.loading = "eager";
      });
      schedule();
    }

    function named() { return (parseInt(location.hash.slice(1), 10) || 1) - 1; }

    // The show has the focus, once the browser has been where the address leads, which takes the focus.
    function hold() { requestAnimationFrame(() => { show.focus(); }); }

    // A slide that holds too much becomes smaller.
    function fit() {
      var slide = slides[here], size = 1;
      slide.style.fontSize = "";
      while (slide.scrollHeight > slide.clientHeight + 1 && size > 0.6) slide.style.fontSize = (size -= 0.05) + "em";
    }

    // Who does not see the slides hears which one it is, but not while they come by themselves.
    function tell() {
      var heading = slides[here].querySelector("h1,h2,h3");
      count.textContent = (typed ? typed + "…" : here + 1) + " / " + slides.length;
      if (!typed) {
        said.setAttribute("aria-live", running ? "off" : "polite");
        said.textContent = bar.dataset.at.replace("{0}", here + 1).replace("{1}", slides.length) + ": " + heading.textContent;
      }
    }

    function schedule() {
      clearTimeout(tick);
      if (running) tick = setTimeout(() => {
        if (help.open) schedule();
        else go(here === last ? 0 : here + 1);
      }, timer.value * 1000);
    }

    function run(yes) {
      running = yes && timer.value > 0;
      pause.hidden = !(timer.value > 0);
      pause.textContent = running ? pauseWord : resumeWord;
      bar.classList.toggle("runs", running);
      tell();
      schedule();
    }

    function toggle() {
      if (!(timer.value > 0)) timer.value = 10;
      run(!running);
    }

    function isFull() { return !!(page.fullscreenElement || page.webkitFullscreenElement); }

    function fullScreen() {
      if (isFull()) (page.exitFullscreen || page.webkitExitFullscreen).call(page);
      else if (enter) enter.call(root);
    }

    function keys() {
      if (!help.showModal) return;
      if (help.open) help.close();
      else help.showModal();
    }

    // The bar is seen while something moves, and as long as the keyboard is in it.
    function wake() {
      show.classList.remove("rest");
      clearTimeout(resting);
      resting = setTimeout(() => {
        if (help.open || bar.querySelector(":focus-visible")) wake();
        else show.classList.add("rest");
      }, 3000);
    }

    function forget() {
      typed = "";
      tell();
    }

    page.addEventListener("keydown", event => {
      var key = event.key, at = event.target;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (help.open) {
        if (/^[hH?]$/.test(key)) keys();
        return;
      }
      // Characters are keys of the show only while it or its bar has the focus (WCAG 2.1.4): who dictates says many of them.
      if (/^[\w?]$/.test(key) && at !== show && !bar.contains(at)) return;
      // A control that has the focus keeps its own keys.
      if (at === timer ? key !== "Escape" : /^(Enter| )$/.test(key) && !typed && at.closest("button,a")) return;
      if (/^\d$/.test(key)) {
        typed = (typed + key).slice(-4);
        tell();
        wake();
        clearTimeout(forgetting);
        forgetting = setTimeout(forget, 3000);
      } else if (key === "Enter" && typed) {
        key = typed - 1;
        forget();
        go(key);
      } else if (key === "ArrowRight" || key === "PageDown") go(here + 1);
      else if (key === "ArrowLeft" || key === "PageUp") go(here - 1);
      else if (key === " ") {
        if (timer.value > 0) toggle();
        else go(here + 1);
      } else if (key === "Home") go(0);
      else if (key === "End") go(last);
      else if (/^p$/i.test(key)) toggle();
      else if (/^f$/i.test(key)) fullScreen();
      else if (/^[h?]$/i.test(key)) keys();
      else if (key === "Escape") location.href = leave.href;
      else return;
      event.preventDefault();
    });

    bar.addEventListener("click", event => {
      var of = event.target.closest("button");
      // Who points has the keys of the show afterwards, not those of what was clicked.
      if (of && event.detail) show.focus();
      if (of === back) go(here - 1);
      else if (of === on) go(here + 1);
      else if (of === pause) toggle();
      else if (of === full) fullScreen();
      else if (of) keys();
    });
    timer.addEventListener("pointerdown", () => { pointed = true; });
    timer.addEventListener("blur", () => { pointed = false; });
    timer.addEventListener("change", () => {
      run(true);
      if (pointed) show.focus();
    });
    ["fullscreenchange", "webkitfullscreenchange"].forEach(name => {
      page.addEventListener(name, () => {
        full.setAttribute("aria-pressed", isFull());
      });
    });
    full.hidden = !enter;
    control("help").hidden = !help.showModal;

    // A tap or a click on the right goes on, one on the left goes back; so does a swipe.
    show.addEventListener("click", event => {
      if (!event.target.closest("a,.slide-bar,dialog")) go(here + (event.clientX < innerWidth / 3 ? -1 : 1));
    });
    show.addEventListener("touchstart", event => { touch = event.touches.length === 1 && event.touches[0]; }, { passive: true });
    show.addEventListener("touchend", event => {
      var end = event.changedTouches[0], x = touch && end.clientX - touch.clientX;
      if (Math.abs(x) < 50 || Math.abs(x) < 2 * Math.abs(end.clientY - touch.clientY) || help.open) return;
      event.preventDefault(); // it is no tap
      go(here + (x < 0 ? 1 : -1));
    });

    addEventListener("hashchange", () => {
      go(named());
      hold();
    });
    addEventListener("resize", fit);
    addEventListener("load", fit); // with the fonts
    addEventListener("beforeprint", () => {
      show.querySelectorAll("img").forEach(picture => { picture.loading = "eager"; });
    });
    ["mousemove", "touchstart", "focusin"].forEach(name => {
      // A slide that changes below a pointer at rest counts as a move for some browsers.
      page.addEventListener(name, event => { if (event.movementX !== 0 || event.movementY !== 0) wake(); }, { passive: true });
    });
    bar.hidden = false;
    go(named());
    wake();
    hold();
  });
})();
