#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cuts the fonts that Elenco carries: the icons it uses, and Inter in Latin scripts with tabular figures.

usage: subset_fonts.py --lucide FONT.ttf --inter DIR    (needs fontTools)
"""
import argparse, os, re
from fontTools import subset
from fontTools.ttLib import TTFont

here = os.path.dirname(os.path.abspath(__file__))
options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
options.add_argument('--lucide')
options.add_argument('--inter')
args = options.parse_args()


def cut(font, unicodes, features):
    how = subset.Options()
    how.layout_features = features
    how.name_IDs = ['*']
    how.notdef_outline = True
    how.desubroutinize = False
    how.hinting = False
    cutter = subset.Subsetter(how)
    cutter.populate(unicodes=unicodes)
    cutter.subset(font)


def rename(font, family):
    for record in font['name'].names:
        if record.nameID in (1, 3, 4, 6, 16, 18):
            text = record.toUnicode().replace('Inter', family if record.nameID != 6 else family.replace(' ', ''))
            record.string = text


if args.lucide:
    with open(os.path.join(here, '../ui/theme/iconlist.h')) as table:
        codes = [int(code, 16) for code in re.findall(r'ELENCO_ICON\(\w+, (0x[0-9a-f]+)\)', table.read())]
    font = TTFont(args.lucide)
    cut(font, codes, [])
    # The font says that every outline starts at 0: renderers then push it there, out of its square.
    target = os.path.join(here, 'icons/lucide.ttf')
    font.save(target)
    font = TTFont(target)  # bounds are known only after saving
    for glyph in font.getGlyphOrder():
        font['hmtx'][glyph] = (font['hmtx'][glyph][0], getattr(font['glyf'][glyph], 'xMin', 0))
    font.save(target)

if args.inter:
    latin = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2B0, 0x2DE), *range(0x300, 0x330), *range(0x1E00, 0x1F00),
             *range(0x2000, 0x2070), *range(0x20A0, 0x20C0), 0x2116, 0x2122, *range(0x2190, 0x219A), 0x2212, 0x2248,
             0x2260, 0x2264, 0x2265, 0x2318, 0x21E7, 0x2325, 0x2303, 0x23CE, 0x25CF, 0x2713, 0x2715]
    for weight in ('Regular', 'Medium', 'SemiBold', 'Bold'):
        font = TTFont(os.path.join(args.inter, 'Inter-%s.otf' % weight))
        # Figures of one width everywhere: numbers stand in columns, and Qt 6.4 cannot ask a font for them.
        tabular = {}
        for lookup in [l for f in font['GSUB'].table.FeatureList.FeatureRecord if f.FeatureTag == 'tnum'
                       for l in f.Feature.LookupListIndex]:
            for table in font['GSUB'].table.LookupList.Lookup[lookup].SubTable:
                tabular.update(getattr(getattr(table, 'ExtSubTable', table), 'mapping', {}))
        for cmap in font['cmap'].tables:
            for code, glyph in list(cmap.cmap.items()):
                if 0x30 <= code <= 0x39 and glyph in tabular:
                    cmap.cmap[code] = tabular[glyph]
        cut(font, latin, ['kern', 'ccmp', 'mark', 'mkmk', 'locl'])
        rename(font, 'Elenco Sans')
        font.save(os.path.join(here, 'fonts/ElencoSans-%s.otf' % weight))
