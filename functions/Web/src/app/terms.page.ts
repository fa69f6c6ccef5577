import { addressLine, type Address } from './address';
import { get } from './api';
import { byId, fill, h } from './dom';
import { start, waiting } from './page';
import { t } from './text';

interface Seller { legalName: string; address: Address; gstin: string; email: string; phone: string; grievanceOfficer: string }

void start(() => waiting(byId('seller'), t('terms.wait'), async () => {
  const seller = await get<Seller>('legal/seller');
  const row = (label: string, value: string): HTMLElement => h('div', { class: 'row' }, h('dt', { class: 'quiet' }, label), h('dd', { class: 'text-right' }, value));
  fill(byId('seller'), row(t('summary.name'), seller.legalName), row(t('order.address'), addressLine(seller.address)), row('GSTIN', seller.gstin), row(t('account.email'), seller.email), row(t('account.phone'), seller.phone),
    row(t('terms.officer'), seller.grievanceOfficer));
}));
