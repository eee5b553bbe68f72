// After a refused form the reader starts at the list of what to correct; its links go to the fields.
document.querySelector('.summary-err')?.focus();
