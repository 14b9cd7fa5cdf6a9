// How MiniSearch is set: as somebody would who knows Vietnamese and has read its manual. The same for making the index and for searching it.

/** A word without its marks; đ is a letter that Unicode does not take apart. */
const fold = (word) => word.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd');

export const optionsFor = (fields) => ({
  fields,
  storeFields: ['title', 'summary'],
  idField: 'address',
  processTerm: fold,
  searchOptions: { boost: { title: 4, summary: 2 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' },
});
