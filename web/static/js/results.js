// What goes with refreshing the list in place: where the focus stays, what is told, and what is said when it fails.

const PARTS = '#results, #asked';
const {failed, unanswered} = document.getElementById('script-results').dataset;

const told = document.createElement('p');
told.className = 'sp-vh vh';
told.setAttribute('role', 'status');
const failure = document.createElement('p');
failure.className = 'sp-failed';
failure.setAttribute('role', 'alert');
failure.hidden = true;

let [focused, opened, isPaging] = ['', [], false];

// A link or field is known again by the list it stands in and its words; what a list is narrowed by, by its name alone.
function keyOf(element) {
  if (!element?.closest(PARTS)) return '';
  if (element.id) return `#${element.id}`;
  const list = element.closest('[aria-labelledby], [aria-label]');
  const named = element.querySelector('.sp-facet__n')?.previousElementSibling ?? element;
  return `${list?.getAttribute('aria-labelledby') ?? list?.getAttribute('aria-label')} ${named.textContent.trim()}`;
}

const heading = () => document.querySelector('#results h1');

function focusOn(element) {
  if (!element) return;
  if (!element.matches('a, button, input, select')) element.tabIndex = -1;
  element.focus({preventScroll: true});
}

function say(words) {
  // Emptied first, so that the same words are told again.
  told.textContent = '';
  setTimeout(() => { told.textContent = words; }, 100);
}

function fail(words) {
  document.getElementById('results')?.removeAttribute('aria-busy');
  document.getElementById('results')?.before(failure);
  failure.hidden = false;
  failure.textContent = words;
}

// The browser's history keeps the address of a search; nothing else is to.
const forget = () => sessionStorage.removeItem('htmx-current-path-for-history');

const on = (name, act) => document.addEventListener(`htmx:${name}`, act);

// An address says what was chosen, and is silent on what was not.
on('configRequest', ({detail: {formData}}) => {
  for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});

// One listener for all links of the list: htmx would give each of two hundred its own before anybody can press one.
document.addEventListener('click', event => {
  const link = event.target.closest('#results a');
  const isPlain = !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || link.pathname !== location.pathname || link.hash) return;
  event.preventDefault();
  htmx.ajax('get', link.pathname + link.search, {source: link});
});

on('beforeRequest', event => {
  const {requestConfig} = event.detail;
  const address = new URL(requestConfig.path, location.href);
  if (address.pathname !== location.pathname) {
    // A link to another page is a link.
    event.preventDefault();
    location.assign(address);
    return;
  }
  focused = keyOf(document.activeElement);
  isPaging = Boolean(requestConfig.elt.closest('[rel~=next], [rel~=prev]'));
  opened = [...document.querySelectorAll('#results details, #asked details')]
    .map(each => [keyOf(each.querySelector('summary')), each.open]);
  failure.hidden = true;
  document.getElementById('results').setAttribute('aria-busy', 'true');
});

on('afterSettle', () => {
  const wasOpen = new Map(opened);
  for (const each of document.querySelectorAll('#results details, #asked details')) {
    each.open = wasOpen.get(keyOf(each.querySelector('summary'))) ?? each.open;
  }
  if (isPaging) heading()?.scrollIntoView();
  if (focused && !document.activeElement?.closest(PARTS)) {
    const same = [...document.querySelectorAll('#results :is(a, button, summary), #asked :is(a, button, summary, input, select)')]
      .find(each => keyOf(each) === focused);
    focusOn(isPaging ? heading() : same ?? heading());
  }
  // Whoever to call in a crisis comes before any list, wherever the page was scrolled to.
  const crisis = document.getElementById('crisis-title');
  crisis?.scrollIntoView();
  say([crisis, heading()].map(each => each?.textContent).filter(Boolean).join('. '));
});

on('responseError', event => {
  const {xhr, pathInfo} = event.detail;
  // What was typed needs a change, and the page that says so is whole.
  if (xhr.status < 500) location.assign(pathInfo.finalRequestPath);
  else fail(failed);
});
for (const name of ['sendError', 'timeout']) on(name, () => fail(unanswered));
for (const name of ['pushedIntoHistory', 'afterSettle', 'historyRestore']) on(name, forget);
on('historyRestore', () => document.body.append(told));

document.body.append(told);
forget();
