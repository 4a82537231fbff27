/** Whether scripts run on this page: false while it is rendered by the server and until the browser has taken over. */
class Hydration {
  /** Written once, in the browser only: no request shares it. */
  done = $state(false);
}

export const hydration = new Hydration();
