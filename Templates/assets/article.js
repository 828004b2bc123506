// Adds to pages that are complete without it: copies citations, remembers the style a reader chose,
// and marks in the outline where the reader is. Templates give a copy button as
//   <button type="button" data-copy="ID">        the text of the element, formatted
//   <button type="button" data-copy="ID" data-plain>      without its formatting
// an empty data-copy means the citation in the chosen style. What was copied is said in
//   <p id="said" role="status" data-copied="Copied">.
(() => {
  "use strict";
  const key = "citation-style";
  const choices = [...document.querySelectorAll(".styles input[name=style]")];
  const said = document.getElementById("said");

  // Storage may be forbidden; then the choice lasts as long as the page.
  const remembered = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (id) => { try { localStorage.setItem(key, id); } catch { return; } };

  const chosen = choices.find((choice) => choice.id === remembered());
  if (chosen) chosen.checked = true;
  for (const choice of choices) choice.addEventListener("change", () => remember(choice.id));

  const shown = () => document.querySelector(".styles input:checked + label + .cit");

  const copy = async (source, plain) => {
    const text = source.innerText.trim();
    const part = (type, content) => [type, new Blob([content], { type })];
    if (plain || !window.ClipboardItem) return navigator.clipboard.writeText(text);
    return navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries([part("text/plain", text), part("text/html", source.innerHTML)])),
    ]);
  };

  // Browsers give the clipboard to secure pages only; elsewhere the buttons stay away.
  if (!navigator.clipboard) return;
  document.documentElement.classList.add("ready");
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const source = button.dataset.copy ? document.getElementById(button.dataset.copy) : shown();
      if (!source || !said) return;
      try {
        await copy(source, "plain" in button.dataset);
        said.textContent = `${said.dataset.copied}: ${source.innerText.trim()}`;
        button.dataset.done = "";
        setTimeout(() => delete button.dataset.done, 2000);
      } catch {
        // Refused: the text is selected, so that the reader's own keys copy it.
        getSelection().selectAllChildren(source);
      }
    });
  }
})();

// The outline. Of its sections the last whose heading has passed the upper third of the window is the
// one being read.
(() => {
  "use strict";
  const links = [...document.querySelectorAll(".outline > div a")];
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (links.length < 2 || sections.includes(null) || typeof IntersectionObserver === "undefined") return;
  let current = -1;
  const mark = () => {
    const limit = innerHeight / 3;
    let place = sections.findLastIndex((section) => section.getBoundingClientRect().top < limit);
    if (scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2) place = links.length - 1;
    if (place === current) return;
    links[current]?.removeAttribute("aria-current");
    links[place]?.setAttribute("aria-current", "location");
    current = place;
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66%" });
  for (const section of sections) observer.observe(section);
  addEventListener("scrollend", mark);
  mark();
})();
