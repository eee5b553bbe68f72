// The rail is a popover on a phone; on a wide screen it stands beside the work, and a popover left open would cover it.
const rail = document.getElementById('menu');
matchMedia('(min-width: 901px)').addEventListener('change', wide => {
  if (wide.matches && rail?.matches(':popover-open')) rail.hidePopover();
});
