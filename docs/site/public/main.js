// What docfx's template leaves out for readers with a keyboard or a screen reader. It renders parts of a page later, and again
// when the window's size changes.
function complete() {
  document.getElementById("autocollapse")?.setAttribute("aria-label", "Site");
  document.getElementById("toc")?.setAttribute("aria-label", "Contents");
  document.getElementById("affix")?.setAttribute("aria-label", "In this article");
  document.getElementById("breadcrumb")?.setAttribute("aria-label", "Where this page is");
  // The name is beside it.
  document.getElementById("logo")?.setAttribute("alt", "");
  for (const title of document.querySelectorAll("#affix > h5")) {
    title.setAttribute("role", "heading");
    title.setAttribute("aria-level", "2");
  }
  for (const menu of document.querySelectorAll("a[data-bs-toggle='dropdown']:not([href])")) {
    menu.id = "theme";
    menu.setAttribute("role", "button");
    menu.setAttribute("tabindex", "0");
    menu.setAttribute("aria-label", menu.title);
    menu.onkeydown = open;
  }
  for (const form of document.querySelectorAll("form:not(:has([type='submit']))")) {
    const submit = document.createElement("input");
    submit.type = "submit";
    submit.value = "Go";
    submit.hidden = true;
    form.append(submit);
  }
  // What scrolls can be scrolled by keys.
  for (const box of document.querySelectorAll("pre, pre > code, .table-responsive")) {
    if (box.scrollWidth > box.clientWidth)
      box.setAttribute("tabindex", "0");
    else
      box.removeAttribute("tabindex");
  }
}

function open(event) {
  if (event.key !== "Enter" && event.key !== " ")
    return;
  event.preventDefault();
  event.currentTarget.click();
}

let isPlanned = false;

function plan() {
  if (isPlanned)
    return;
  isPlanned = true;
  requestAnimationFrame(() => {
    isPlanned = false;
    complete();
  });
}

export default {
  start() {
    new MutationObserver(plan).observe(document.body, { childList: true, subtree: true });
    addEventListener("resize", plan);
    plan();
  },
};
