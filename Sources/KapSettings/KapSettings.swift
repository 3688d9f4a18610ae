// The first code of this module is on its way.
