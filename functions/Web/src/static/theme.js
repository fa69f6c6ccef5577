// Before the first paint, so that a dark page never flashes white: a file of its own because the policy allows no inline script.
(() => {
  const chosen = localStorage.getItem('theme');
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.classList.toggle('dark', dark);
  document.documentElement.lang = localStorage.getItem('language') ?? 'en';
})();
