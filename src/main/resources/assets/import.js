// Sends a CSV file in parts: all are checked before any is entered, and what is entered is what was checked, whatever
// was chosen since. Without script, the page takes pasted text.
(() => {
  "use strict";
  const PART = 100;
  const SHOWN = 200;
  const form = document.getElementById("import");
  const input = document.getElementById("file");
  const kind = document.getElementById("what");
  const result = document.getElementById("result");
  const progress = document.getElementById("progress");
  document.getElementById("file-field").hidden = false;
  document.getElementById("text-hint").textContent = "Up to 500 lines; more from a file.";

  // The records of a file with their line numbers, as the site splits them: a quote opens a quoted cell only where the
  // cell begins, and a line end within quotes ends no record. Rows of empty cells are no records.
  const split = (text) => {
    const records = [];
    let quoted = false, begins = true, start = 0, line = 1, startLine = 1;
    for (let i = 0; i <= text.length; i++) {
      const c = text[i];
      const ends = c === "\n" || (c === "\r" && text[i + 1] !== "\n");
      if (quoted) {
        if (c === '"' && text[i + 1] === '"') i++;
        else if (c === '"') quoted = false;
      } else if (c === '"' && begins) {
        quoted = true;
        begins = false;
      } else {
        begins = c === "," || ends || (begins && (c === " " || c === "\t"));
      }
      if (ends) line++;
      if (i === text.length || (ends && !quoted)) {
        const record = text.slice(start, i).replace(/\r$/, "");
        if (records.length === 0 ? record.trim() !== "" : !/^[\s,]*$/.test(record)) records.push({ line: startLine, record });
        start = i + 1;
        startLine = line;
      }
    }
    return records;
  };

  const send = async (step, { what, header }, part) => {
    // Line ends within the part stand for those of the file, so that the lines keep their numbers.
    let text = header.record + "\n", at = part[0].line;
    for (const { line, record } of part) {
      text += "\n".repeat(line - at) + record + "\n";
      at = line + record.split(/\r\n|\r|\n/).length;
    }
    const body = new URLSearchParams({ "form-token": form.elements["form-token"].value, what, text, step, first: part[0].line });
    let response, answer;
    try {
      response = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
      answer = await response.json();
    } catch {
      throw new Error("The site did not answer, or your session has ended. Reload this page and send the file again: a line that was entered already changes nothing.");
    }
    if (!response.ok) {
      throw new Error(answer.errors ? "The file " + answer.errors[0].message + "." : answer.detail);
    }
    return answer;
  };

  // What all parts come to. Entering ends with the part of which something is wrong: it has changed since the check.
  const all = async (step, file) => {
    const counts = ["entered", "added", "changed", "same"], lists = ["changes", "claims", "problems"];
    const sum = Object.fromEntries([...counts.map((name) => [name, 0]), ...lists.map((name) => [name, []])]);
    progress.hidden = false;
    for (let i = 0; i < file.records.length; i += PART) {
      progress.value = i / file.records.length;
      const answer = await send(step, file, file.records.slice(i, i + PART));
      for (const name of counts) sum[name] += answer[name];
      for (const name of lists) sum[name].push(...answer[name]);
      if (step === "ENTER" && answer.problems.length > 0) break;
    }
    progress.hidden = true;
    return sum;
  };

  const element = (name, text, parent, className) => {
    const made = document.createElement(name);
    if (text !== null) made.textContent = text;
    if (className) made.className = className;
    parent.append(made);
    return made;
  };

  const table = (title, headings, rows) => {
    if (rows.length === 0) return;
    element("h2", title, result);
    const made = element("table", null, result, "lines rows");
    const head = element("tr", null, element("thead", null, made));
    headings.forEach((text, i) => { element("th", text, head, i === 0 ? "number" : "").scope = "col"; });
    const body = element("tbody", null, made);
    rows.slice(0, SHOWN).forEach((cells) => {
      const row = element("tr", null, body);
      cells.forEach((text, i) => element("td", text, row, i === 0 ? "number" : ""));
    });
    if (rows.length > SHOWN) element("p", `${rows.length - SHOWN} more are not shown.`, result, "note");
  };

  const number = new Intl.NumberFormat(navigator.language);
  const say = (text) => element("p", text, element("div", null, result, "done"));
  const lines = (n) => number.format(n) + (n === 1 ? " line" : " lines");

  const wrongs = (sum) => table("What is wrong", ["Line", "What"], sum.problems.map((p) => [p.line, p.text]));

  // The site compares the lines of one part with each other; here, those of all parts.
  const repeated = (sum) => {
    const first = new Map(), changes = new Map(sum.changes.map((change) => [change.line, change]));
    for (const { line, claims } of sum.claims) {
      const known = claims.filter((claim) => first.has(claim));
      claims.forEach((claim) => { if (!first.has(claim)) first.set(claim, line); });
      if (known.length === 0) continue;
      const text = known.map((claim) => `${claim} is on line ${first.get(claim)} already.`).join(" ");
      sum.problems.push({ line, text });
      const change = changes.get(line);
      sum[change === undefined ? "same" : change.created ? "added" : "changed"]--;
      changes.delete(line);
    }
    sum.changes = [...changes.values()];
    sum.problems.sort((a, b) => a.line - b.line);
  };

  const enter = async (file) => {
    const sum = await all("ENTER", file);
    say(`${lines(sum.entered)} entered.${sum.problems.length === 0 ? "" : " It ended at what is wrong: correct that, and check the file again."}`);
    wrongs(sum);
  };

  const check = async () => {
    const what = kind.value;
    const [header, ...records] = split((await input.files[0].text()).replace(/^\uFEFF/, ""));
    if (records.length === 0) throw new Error("The file must have a header and at least one line after it.");
    const file = { what, header, records };
    const sum = await all("CHECK", file);
    repeated(sum);
    const wrong = sum.problems.length === 0 ? "" : `, ${number.format(sum.problems.length)} wrong`;
    say(`${number.format(sum.added)} new, ${number.format(sum.changed)} changed, ${number.format(sum.same)} as stored already${wrong}. Nothing is entered yet.`);
    if (sum.problems.length === 0 && sum.changes.length > 0) {
      const button = element("button", `Enter ${lines(sum.changes.length)}`, element("p", null, result));
      button.type = "button";
      button.addEventListener("click", () => run(() => enter(file)));
    }
    wrongs(sum);
    table("What it will do", ["Line", "Id", "Change"], sum.changes.map((c) => [c.line, c.id, c.what]));
  };

  // Nothing else is chosen while this runs, so that what it shows is of what is chosen.
  const run = async (work) => {
    if (input.disabled) return;
    input.disabled = kind.disabled = true;
    result.replaceChildren();
    try {
      await work();
    } catch (refused) {
      progress.hidden = true;
      result.replaceChildren();
      element("p", refused.message, result, "refused");
    }
    input.disabled = kind.disabled = false;
  };

  // What was found is of another file then.
  for (const chosen of [input, kind]) chosen.addEventListener("change", () => result.replaceChildren());

  form.addEventListener("submit", (event) => {
    if (input.files.length > 0) {
      event.preventDefault();
      run(check);
    }
  });
})();
