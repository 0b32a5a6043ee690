// Offers places while one is typed: a combobox with a list, by the pattern of ARIA 1.2. Without it the field is as it was.

const WAIT_MS = 150;
const LEAST = 2;
const {address, title, told: counts} = document.getElementById('script-place').dataset;
const WHOLE_POSTCODE = /^\s*([a-z]{1,2}\d[a-z\d]?)\s*(\d)[a-z]{2}\s*$/i;

// What is asked of a postcode typed in full is its sector: the rest tells where somebody lives.
const asked = text => text.replace(WHOLE_POSTCODE, '$1 $2').trim();

function combobox(input) {
  const list = document.createElement('ul');
  list.id = `${input.id}-places`;
  list.className = 'sp-places';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', title);
  list.hidden = true;
  const told = document.createElement('span');
  told.className = 'sp-vh vh';
  told.setAttribute('role', 'status');
  input.after(list, told);
  input.parentElement.classList.add('sp-has-places');
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
  })) input.setAttribute(name, value);

  let [timer, pending, at] = [0, null, -1];

  function close() {
    clearTimeout(timer);
    pending?.abort();
    at = -1;
    list.hidden = true;
    list.replaceChildren();
    told.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(option) {
    input.value = option.dataset.label;
    close();
    input.focus();
  }

  function mark(next) {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = next;
    const option = list.children[at];
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({block: 'nearest'});
    input.setAttribute('aria-activedescendant', option.id);
  }

  function show(places) {
    close();
    list.replaceChildren(...places.map(({label, within}, number) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${number}`;
      option.dataset.label = label;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const area = document.createElement('span');
      area.textContent = within ? `, ${within}` : '';
      option.append(label, area);
      return option;
    }));
    if (!places.length) return;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    told.textContent = counts.split('|')[places.length - 1];
  }

  async function ask() {
    const text = asked(input.value);
    if (text.length < LEAST) return close();
    pending = new AbortController();
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, {signal: pending.signal});
      // An answer to what no longer stands in the field is stale.
      if (answer.ok && text === asked(input.value) && document.activeElement === input) show((await answer.json()).places);
    } catch {
      // Nobody answers: the field goes on as a field.
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    pending?.abort();
    timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener('keydown', event => {
    const many = list.children.length;
    if (event.isComposing || !many) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') mark(at + 1 < many ? at + 1 : 0);
    else if (event.key === 'ArrowUp') mark(at > 0 ? at - 1 : many - 1);
    else if (event.key === 'Enter' && at >= 0) choose(list.children[at]);
    else if (event.key === 'Enter') return close();
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  // The pointer must not take the focus, or the list is gone before it is chosen from.
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) choose(option);
  });
}

function attend() {
  for (const input of document.querySelectorAll('input[name=near]:not([role])')) combobox(input);
}

attend();
document.addEventListener('htmx:load', attend);
