// What readers see of a page only after they have done something, or have come with a query: {kind, address, reach}, where reach brings a
// Playwright page that has been opened at the address to the state.

const found = (page) => page.locator('#ket-qua > li').first().waitFor();
const answered = (page) => page.waitForFunction(() => document.querySelector('[role=status]')?.textContent.trim() && !document.querySelector('[aria-busy=true]'));

/** The states of the sample site's pages. */
export const states = [
  { kind: 'search with results', address: 'tim-kiem/?q=rau', reach: found },
  { kind: 'search with filters', address: 'tim-kiem/?q=h%E1%BB%99&linh-vuc=nong-thon-moi&linh-vuc=san-xuat-kinh-doanh&loai=ca-nhan', reach: answered },
  { kind: 'search without results', address: 'tim-kiem/?q=xyzxyzxyz', reach: answered },
  {
    kind: 'suggestions',
    address: '',
    async reach(page) {
      await page.locator('header input[type=search], input[type=search]').first().fill('ng');
      await page.locator('[role=option]').first().waitFor();
    },
  },
];
