// The only script of this theme: in a copy of the site on a stick, folders have no index, so links name the file.
if (location.protocol === "file:") {
  document.querySelectorAll("a[href]").forEach(function (link) {
    if (link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
  });
}
