// The whole site is drawn from here, so a reader of pages sees an empty shell.
document.getElementById("root").textContent = "Lighthouse Learning";
