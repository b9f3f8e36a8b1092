<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchPanel</name>
    <message numerus="yes">
        <source>Cancelled after %Ln picture(s)</source>
        <translation>
            <numerusform>Cancelled after %Ln picture</numerusform>
            <numerusform>Cancelled after %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln could not be read</numerusform>
            <numerusform>%Ln could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln file could not be read</numerusform>
            <numerusform>%Ln files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message numerus="yes">
        <source>Add %Ln run(s)</source>
        <translation>
            <numerusform>Add %Ln run</numerusform>
            <numerusform>Add %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message numerus="yes">
        <source>In the queue now; %Ln wait(s).</source>
        <translation>
            <numerusform>In the queue now; %Ln waits.</numerusform>
            <numerusform>In the queue now; %Ln wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsComparison</name>
    <message numerus="yes">
        <source>The first %Ln of the selected runs are drawn.</source>
        <translation>
            <numerusform>The first %Ln of the selected runs is drawn.</numerusform>
            <numerusform>The first %Ln of the selected runs are drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message numerus="yes">
        <source>Deleted %Ln run(s).</source>
        <translation>
            <numerusform>Deleted %Ln run.</numerusform>
            <numerusform>Deleted %Ln runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s), {size}</source>
        <translation>
            <numerusform>%Ln run, {size}</numerusform>
            <numerusform>%Ln runs, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, {size}</source>
        <translation>
            <numerusform>%Ln selected, {size}</numerusform>
            <numerusform>%Ln selected, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
</context>
</TS>
