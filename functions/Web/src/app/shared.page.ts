import { get } from './api';
import { doshas } from './chartmore';
import { grahas, summary, timeline } from './chartparts';
import type { Chart } from './charts';
import { byId, fill, h } from './dom';
import { start, waiting } from './page';
import { day, t } from './text';

// The token stands behind the # of the link: it is sent to the API alone, and stays out of every log of addresses.
void start(() => waiting(byId('shared'), t('shared.wait'), async () => {
  const { chart, expiresAt } = await get<{ chart: Chart; expiresAt: string }>(`shares/${encodeURIComponent(location.hash.slice(1) || 'none')}`);
  fill(byId('shared'), h('p', { class: 'quiet' }, t('shared.until', { day: day(expiresAt) })), summary(chart), chart.grahas?.length > 0 && grahas(chart), timeline(null, chart), doshas(chart),
    h('p', {}, h('a', { class: 'button', href: '/chart.html' }, t('home.draw'))));
}));
