<?xml version="1.0" encoding="utf-8"?>
<!-- What Documentation.cs reads: the summaries of types and properties. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="utf-8" indent="no" />
  <xsl:template match="/">
    <doc>
      <members>
        <xsl:for-each select="doc/members/member[starts-with(@name, 'T:') or starts-with(@name, 'P:')]">
          <member name="{@name}">
            <xsl:copy-of select="summary | inheritdoc" />
          </member>
        </xsl:for-each>
      </members>
    </doc>
  </xsl:template>
</xsl:stylesheet>
