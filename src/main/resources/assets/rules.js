// Fills the draft from a file that the reader chooses. The page works without it.
const field = document.getElementById("file-field");
const file = document.getElementById("file");
field.hidden = false;
file.addEventListener("change", async () => {
  if (file.files.length === 1) {
    document.getElementById("rules").value = await file.files[0].text();
  }
});
