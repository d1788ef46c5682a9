"""Spreadsheets and archives as files."""

from __future__ import annotations

import zipfile
from pathlib import Path

SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = f"""<workbook {SPACE}
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="Old" state="hidden" r:id="r1"/><sheet name="People" r:id="r2"/>
<sheet name="More" r:id="r3"/></sheets></workbook>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>"""
STRINGS = f"""<sst {SPACE}><si><t>Name</t></si><si><t>Phone</t></si><si><r><t>Jane </t></r><r>
<t>Li</t></r><rPh><t>reading</t></rPh></si><si><t>likes
tea</t></si></sst>"""
STYLES = f"""<styleSheet {SPACE}><numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/>
<numFmt numFmtId="171" formatCode="0 &quot;days&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>"""
SHEET = f"""<worksheet {SPACE}><sheetData>
<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is>
<t>Birthday</t></is></c><c r="E2" t="str"><v>Notes</v></c><c r="F2" t="str"><v>Rating</v></c></row>
<row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><v>1.2065550142E10</v></c>
<c r="D4" s="1"><v>31149</v></c><c r="E4" t="s"><v>3</v></c><c r="F4" s="2"><v>5</v></c></row>
</sheetData></worksheet>"""


def write(folder: Path, files: dict[str, str]) -> Path:
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path
